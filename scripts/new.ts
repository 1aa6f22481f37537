const { runCli } = await import('../src/cli/run-cli.ts')
const { createPage } = await import('../src/cli/new/new.ts')
await runCli(createPage)
