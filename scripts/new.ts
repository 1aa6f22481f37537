const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { createPage } = await import('../src/cli/new/new.ts')
await runCli(createPage)
