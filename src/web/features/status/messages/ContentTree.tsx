import { makeStyles, tokens } from '@fluentui/react-components'
import type { Content } from '../../../../contract/content.ts'
import { keyed } from '../../../ui/keyed.ts'
import { OutsideLink } from '../../../words/OutsideLink.tsx'
import { textOf } from '../../../words/outside.ts'
import { IssueState } from '../attempts/IssueStates.tsx'

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

/** A message of the service as it was parsed there: text, links, lists, emphasis and code, never HTML (D15). */
export function ContentTree({ content }: { content: Content }) {
  const nodes = keyed(content, (node) => (typeof node === 'string' ? node : node.type))
  return nodes.map(({ key, item }) => <ContentPart key={key} node={item} />)
}

function ContentPart({ node }: { node: Content[number] }) {
  const styles = useStyles()
  if (typeof node === 'string') return node
  const children = <ContentTree content={node.children} />
  switch (node.type) {
    case 'link':
      return (
        <>
          <OutsideLink href={node.href} text={textOf(node.children)} /> <IssueState link={node.href} />
        </>
      )
    case 'paragraph':
      return <p className={styles.paragraph}>{children}</p>
    case 'list':
      return <ul className={styles.list}>{children}</ul>
    case 'item':
      return <li>{children}</li>
    case 'emphasis':
      return <em>{children}</em>
    case 'code':
      return <code className={styles.code}>{children}</code>
  }
}
