/** A model of one feature: the file beside the manifests of the examples. */
export const LONE_MODEL =
  '{"model_type":"linear_regression","encoding":{"age":{"mean":40,"scale":10}},"coefficients":[2],"intercept":1}\n'

/** A manifest in which nothing is wrong, by lines. */
export const LONE: readonly string[] = [
  '{',
  '  "model_path": "model.json",',
  '  "model_sha256": "04f87b1bbfc3006b603d0905643f4a3d5aad8604f2a48dba831295855751a9a2",',
  '  "model_type": "linear_regression",',
  '  "input_schema": { "age": { "type": "integer", "minimum": 18, "maximum": 90 } },',
  '  "output_schema": { "name": "spend", "type": "number" },',
  '  "metrics": { "mean_absolute_error": 3.1 },',
  '  "baseline": { "rows": 2, "features": { "age": { "edges": [40], "shares": [0.5, 0.5] } } },',
  '  "library_versions": { "python": "3.12" }',
  '}',
]
