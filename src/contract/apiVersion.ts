/** The version of the Cloud Partner Portal REST API that the service speaks. Every request names it. */
export const apiVersion = '2017-10-31'
