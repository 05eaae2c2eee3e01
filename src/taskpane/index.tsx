import { createRoot } from "react-dom/client";

void Office.onReady(() => {
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<h1>住房保障进度通报</h1>);
});
