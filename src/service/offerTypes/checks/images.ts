import type { Check } from './check.ts'
import { fault } from './faults.ts'
import { listOf, planPrefix, recordOf, textOf, valuesOf } from './fields.ts'
import { versionForm } from './versions.ts'

const tagsOf = (image: unknown) => listOf(recordOf(image).tags).map(textOf)

/** A pull without a tag gets the default one, so it must be one of the image's tags. */
export const defaultTagPresent =
  (property: string): Check =>
  (definition) =>
    valuesOf(definition, planPrefix + property)
      .filter(({ value }) => {
        const tag = textOf(recordOf(value).defaultTag)
        return !tag || !tagsOf(value).includes(tag)
      })
      .map(({ plan }) => fault('defaultTagMissing', planPrefix + property, { plan }))

/** Rolling tags such as `latest` and `1.0` move; devices in the field need one that stays. */
export const fixedTagPresent =
  (property: string): Check =>
  (definition) =>
    valuesOf(definition, planPrefix + property)
      .filter(({ value }) => !tagsOf(value).some((tag) => versionForm.test(tag)))
      .map(({ plan }) => fault('fixedTagMissing', planPrefix + property, { plan }))

export const edgePlatforms: ReadonlySet<string> = new Set([
  'linux/amd64',
  'linux/arm32v7',
  'linux/arm64v8',
  'windows/amd64',
])

export const platformsSupported =
  (property: string): Check =>
  (definition) =>
    valuesOf(definition, planPrefix + property).flatMap(({ value, plan }) =>
      listOf(value)
        .map(textOf)
        .filter((platform) => !edgePlatforms.has(platform))
        .slice(0, 1)
        .map((platform) => fault('platformUnsupported', planPrefix + property, { plan, platform })),
    )
