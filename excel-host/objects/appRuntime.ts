import type { HostContext } from "../protocol/context";
import { defineClass, method, oneOf } from "../protocol/define";

/** Office.addin.showAsTaskpane() and hide(), as they reach the host from a shared runtime. */
export const AppRuntimeService = defineClass<HostContext>({
  name: "AppRuntimeService",
  members: {
    setAppRuntimeState: method((_t, [state], c) => c.showTaskpane(oneOf(state, ["Inactive", "Background", "Visible"], "state") === "Visible")),
    getAppRuntimeState: method((_t, _args, c) => (c.taskpaneVisible ? "Visible" : "Background")),
  },
});
