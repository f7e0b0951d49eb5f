import * as z from 'zod/mini'

type ContentNode =
  | string
  | { type: 'link'; href: string; children: ContentNode[] }
  | { type: 'list' | 'item' | 'emphasis' | 'code' | 'paragraph'; children: ContentNode[] }

const ContentNode: z.ZodMiniType<ContentNode> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ type: z.literal('link'), href: z.string(), children: z.array(ContentNode) }),
    z.object({
      type: z.enum(['list', 'item', 'emphasis', 'code', 'paragraph']),
      children: z.array(ContentNode),
    }),
  ]),
)

/** `messageHtml` as parsed by the service, so that the page never renders HTML. Links are http, https or mailto. */
export const Content = z.array(ContentNode)
export type Content = z.infer<typeof Content>
