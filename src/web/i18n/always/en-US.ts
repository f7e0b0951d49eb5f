export { default as common } from '../../../../locales/en-US/common.json'
export { default as offers } from '../../../../locales/en-US/offers.json'
export { default as problems } from '../../../../locales/en-US/problems.json'
export { default as steps } from '../../../../locales/en-US/steps.json'
