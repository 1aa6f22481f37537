const { runCli } = await import('../src/cli/run-cli.ts')
const { generate } = await import('../src/cli/generate.ts')
await runCli(generate)
