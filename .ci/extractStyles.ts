import { dirname, join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { type CSSRulesByBucket, createDOMRenderer, resolveStyleRulesForSlots, shorthands } from '@griffel/core'
import { renderToStyleElements } from '@griffel/react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ESTree, Plugin } from 'vite'

/**
 * Compiles `makeStyles` as the page is built, so that the page neither contains the compiler nor waits for it. The rules
 * of the first page are in `index.html`, where Griffel's renderer finds them; other code brings its own.
 */
export function extractStyles(): Plugin {
  /** By the number that holds their place in the code. */
  const rules: CSSRulesByBucket[] = []
  const rulesOf = new Map<string, CSSRulesByBucket[]>()
  return {
    name: 'extract-styles',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/web\//, code: 'makeStyles(' },
      async handler(code, id) {
        const { body } = this.parse(code)
        const context = createContext(await scopeOf(body, code, id))
        const own: CSSRulesByBucket[] = []
        let compiled = code
        for (const { init } of constants(body).toReversed()) {
          if (init.type !== 'CallExpression' || textOf(init.callee, code) !== 'makeStyles') continue
          const [classes, bucketed] = resolveStyleRulesForSlots(runInContext(textOf(init, code), context))
          own.unshift(bucketed)
          const styles = `__styles(${JSON.stringify(classes)}, "rules ${rules.push(bucketed) - 1}")`
          compiled = compiled.slice(0, init.start) + styles + compiled.slice(init.end)
        }
        rulesOf.set(id, own)
        return { code: `import { __styles } from '@fluentui/react-components';${compiled}`, map: null }
      },
    },
    // The renderer would parse all rules of `index.html` to know them, with the compiler; it need not know them.
    load: {
      filter: { id: /@griffel\/core\/src\/renderer\/rehydrateRendererCache\.js$/ },
      handler: () => 'export function rehydrateRendererCache() {}',
    },
    renderChunk: (code, { isEntry }) =>
      code.replace(/(['"`])rules (\d+)\1/g, (_, __, number) => (isEntry ? '{}' : JSON.stringify(rules[number]))),
    transformIndexHtml(html, { chunk }) {
      const renderer = createDOMRenderer(undefined, { styleElementAttributes: { nonce: '__CSP_NONCE__' } })
      for (const id of chunk?.moduleIds ?? []) for (const each of rulesOf.get(id) ?? []) renderer.insertCSSRules(each)
      return html.replace('</head>', () => `${renderToStaticMarkup(renderToStyleElements(renderer))}</head>`)
    },
  }
}

const textOf = ({ start, end }: ESTree.Span, code: string) => code.slice(start, end)

/** The constants of a file that have a value of their own. */
const constants = (body: ESTree.Program['body']) =>
  body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .filter((statement) => statement?.type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ id, init }) => (id.type === 'Identifier' && init ? [{ name: id.name, init }] : []))

/** What styles may refer to: constants of their file, evaluated when needed, and those of files without imports. */
async function scopeOf(body: ESTree.Program['body'], code: string, id: string) {
  const scope: Record<string, unknown> = { shorthands, makeStyles: (styles: unknown) => styles }
  for (const { name, init } of constants(body))
    Object.defineProperty(scope, name, { get: () => runInContext(`(${textOf(init, code)})`, scope) })
  for (const statement of body)
    if (statement.type === 'ImportDeclaration' && statement.source.value.endsWith('.styles.ts'))
      Object.assign(scope, await import(join(dirname(id), statement.source.value)))
  return scope
}
