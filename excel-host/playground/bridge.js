/* global window */
// Runs in the pane's frame before office.js: the page around it puts Excel's side in place.
window.parent.connectPane(window);
