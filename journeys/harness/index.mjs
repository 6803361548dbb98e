// What a journey imports.

export { openBrowser, openPage } from "./browser.mjs"
export { checkPage, pageFindings, photograph } from "./check-page.mjs"
export { startHouse } from "./house.mjs"
export { chooseByKeys, pressOn, tabTo } from "./keyboard.mjs"
export { asPaper, keepPicture } from "./pictures.mjs"
export { step } from "./step.mjs"
