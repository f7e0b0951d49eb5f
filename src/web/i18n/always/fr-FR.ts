export { default as common } from '../../../../locales/fr-FR/common.json'
export { default as offers } from '../../../../locales/fr-FR/offers.json'
export { default as problems } from '../../../../locales/fr-FR/problems.json'
export { default as steps } from '../../../../locales/fr-FR/steps.json'
