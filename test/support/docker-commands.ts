import type { copyProject } from './project-copy.ts'

/** The page tests of the command line edit, in both languages. */
export const ES = 'content/docs/runbooks/docker-commands.md'
export const EN = 'content/docs/en/runbooks/docker-commands.md'

/** Edits of that page in a copy of the project, and where a text stands in it. */
export const editing = (project: ReturnType<typeof copyProject>) => ({
  both(find: string, replace: string): void {
    project.edit(ES, find, replace)
    project.edit(EN, find, replace)
  },
  /** The line of a text, from 1; 0 where there is none. */
  lineOf: (file: string, text: string): number =>
    project
      .read(file)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1,
})
