export { default as common } from '../../../../locales/zh-CN/common.json'
export { default as offers } from '../../../../locales/zh-CN/offers.json'
export { default as problems } from '../../../../locales/zh-CN/problems.json'
export { default as steps } from '../../../../locales/zh-CN/steps.json'
