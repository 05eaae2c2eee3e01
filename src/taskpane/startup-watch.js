/* global window, document, setTimeout, clearTimeout */
/**
 * Watches the start of the pane and says what is wrong when it does not come: office.js blocked or slow, a
 * browser too old for the pane. Plain ES5 without dependencies, since it has to run where nothing else does,
 * Internet Explorer included. The pane tells its start by the event "pane-started".
 */
(function () {
  var PATIENCE_MS = 10000;
  var started = false;
  var told = false;
  var timer = null;

  var SLOW = [
    "面板没有打开",
    "连接不到微软的 Office 服务（office.js），面板暂时无法使用。请检查网络后关闭面板重新打开；如仍不行，请让网络管理员放行 appsforoffice.microsoft.com。您的表格没有改动。",
    "Microsoft's office.js did not arrive. Check the network, then close and reopen the pane; if it fails again, ask for access to appsforoffice.microsoft.com. Your tables were not changed."
  ];
  var OLD = [
    "请升级 Office",
    "这个版本的 Office 用 Internet Explorer 显示面板，本加载项不能在其中运行。请升级到 Microsoft 365，或 Office 2021 及以上版本，并安装 Microsoft Edge WebView2。您的表格没有改动。",
    "This Office shows panes in Internet Explorer, where the add-in cannot run. Upgrade to Microsoft 365 or to Office 2021 or later with Microsoft Edge WebView2. Your tables were not changed."
  ];
  var BROKEN = [
    "面板没有打开",
    "面板在启动时出错。请关闭面板重新打开；如仍不行，请更新 Office 和 Microsoft Edge WebView2，或告诉技术人员。您的表格没有改动。",
    "The pane failed to start. Close and reopen it; if it fails again, update Office and Microsoft Edge WebView2. Your tables were not changed."
  ];

  function show(message) {
    // The first trouble is the cause: without office.js the pane's own script fails too.
    if (started || told) return;
    told = true;
    var box = document.createElement("div");
    box.id = "startup-message";
    box.setAttribute("role", "alert");
    var tags = ["h1", "p", "p"];
    for (var index = 0; index < tags.length; index++) {
      var line = document.createElement(tags[index]);
      line.appendChild(document.createTextNode(message[index]));
      box.appendChild(line);
    }
    // What the pane has drawn by then is not shown beside it.
    document.documentElement.className = "startup-failed";
    // The body may not be there yet while the browser waits for office.js.
    (document.body || document.documentElement).appendChild(box);
  }

  function hide() {
    var box = document.getElementById("startup-message");
    if (box && box.parentNode) box.parentNode.removeChild(box);
    document.documentElement.className = "";
  }

  if (document.documentMode) {
    show(OLD);
    return;
  }
  timer = setTimeout(function () {
    show(SLOW);
  }, PATIENCE_MS);
  window.addEventListener(
    "error",
    function (event) {
      // Asked for ahead of its script, which asks again.
      if (event.target && event.target.tagName === "LINK") return;
      var source = event.target && event.target.src;
      show(typeof source === "string" && /office/.test(source) ? SLOW : BROKEN);
    },
    true
  );
  window.addEventListener("unhandledrejection", function () {
    show(BROKEN);
  });
  document.addEventListener("pane-started", function () {
    started = true;
    clearTimeout(timer);
    hide();
  });
})();
