/** Keys of a GitHub workflow (docs.github.com/actions/reference/workflow-syntax-for-github-actions). */
export const WORKFLOW_KEYS = 'name run-name on permissions env defaults concurrency jobs'.split(' ')

/** Keys of one of its jobs. */
export const JOB_KEYS =
  'name permissions needs if runs-on snapshot environment concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services uses with secrets'.split(
    ' ',
  )

/** Keys of one step of a job. */
export const JOB_STEP_KEYS =
  'id if name uses run working-directory shell with env continue-on-error timeout-minutes'.split(' ')

/** Events that start a workflow (docs.github.com/actions/reference/events-that-trigger-workflows). */
export const EVENTS =
  'branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment fork gollum issue_comment issues label merge_group milestone page_build public pull_request pull_request_review pull_request_review_comment pull_request_target push registry_package release repository_dispatch schedule status watch workflow_call workflow_dispatch workflow_run'.split(
    ' ',
  )
