export { default as common } from '../../../../locales/ko-KR/common.json'
export { default as offers } from '../../../../locales/ko-KR/offers.json'
export { default as problems } from '../../../../locales/ko-KR/problems.json'
export { default as steps } from '../../../../locales/ko-KR/steps.json'
