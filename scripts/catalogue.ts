const { runCli } = await import('../src/cli/terminal/run-cli.ts')
const { catalogue } = await import('../src/maintain/catalogue/catalogue.ts')
await runCli(catalogue)
