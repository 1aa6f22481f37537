import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Entry of every command, in plain JavaScript that an old Node can read: it cannot read the others, and must be told so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Node ${process.versions.node}: hace falta Node 22.18 o posterior. Instálalo y repite «pnpm install».\n` +
      `Node ${process.versions.node}: Node 22.18 or later is needed. Install it and run \`pnpm install\` again.\n`,
  )
  process.exit(2)
}
// TypeScript compiled once is not compiled again.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
const [command] = process.argv.splice(2, 1)
await import(`./${command}.ts`)
