/** Checks the Node we run on before anything that needs it is loaded. Node below 22.18 cannot run TypeScript as it is. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Node ${process.versions.node}: hace falta 22.18 o posterior / 22.18 or later is needed.\n` +
      'Instala una versión actual de Node y repite «pnpm install» / Install a current Node and run `pnpm install` again.\n',
  )
  process.exit(2)
}
