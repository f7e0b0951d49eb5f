/** The version of the Cloud Partner Portal REST API that the service implements. Every request must name it. */
export const apiVersion = '2017-10-31'
