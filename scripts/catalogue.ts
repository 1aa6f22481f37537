const { runCli } = await import('../src/cli/run-cli.ts')
const { catalogue } = await import('../src/cli/catalogue.ts')
await runCli(catalogue)
