const { runCli } = await import('../src/cli/run-cli.ts')
const { catalogue } = await import('../src/cli/catalogue/catalogue.ts')
await runCli(catalogue)
