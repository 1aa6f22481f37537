"""`python -m unittest` in the root of the service; needs requirements-dev.txt."""

import json
import unittest

from api.schemas import BATCH_ROWS, Features

from .world import AUTHORIZED, CASE, ROOT, client, other_model, settings


class HealthTest(unittest.IsolatedAsyncioTestCase):
    async def test_is_alive_before_the_model_is_loaded_and_not_ready(self) -> None:
        async with client(loads=False) as http:
            self.assertEqual((await http.get("/health")).json()["status"], "ok")
            ready = await http.get("/health/ready")
            self.assertEqual((ready.status_code, ready.headers["retry-after"]), (503, "5"))
            self.assertEqual((await http.post("/predict", json=CASE["request"], headers=AUTHORIZED)).status_code, 503)

    async def test_is_ready_once_it_is(self) -> None:
        async with client() as http:
            self.assertEqual((await http.get("/health/ready")).status_code, 200)

    async def test_never_with_another_model(self) -> None:
        given = settings()
        async with client(settings(model=given.model.model_copy(update={"file": other_model()}))) as http:
            self.assertEqual((await http.get("/health/ready")).status_code, 503)
            self.assertEqual((await http.get("/health")).status_code, 200)


class PredictionTest(unittest.IsolatedAsyncioTestCase):
    async def test_answers_as_when_the_service_was_made(self) -> None:
        async with client() as http:
            answer = (await http.post("/predict", json=CASE["request"], headers=AUTHORIZED)).json()
        self.assertEqual({key: answer[key] for key in CASE["answer"]}, CASE["answer"])

    async def test_names_the_field_that_is_wrong(self) -> None:
        async with client() as http:
            answer = await http.post("/predict", json=CASE["refused"]["request"], headers=AUTHORIZED)
        (problem,) = answer.json()["detail"]
        self.assertEqual((answer.status_code, problem["loc"][-1]), (422, CASE["refused"]["field"]))
        self.assertEqual(problem["type"], CASE["refused"]["type"])

    async def test_takes_no_field_it_does_not_know_and_misses_none(self) -> None:
        required = [name for name, field in Features.model_fields.items() if field.is_required()]
        async with client() as http:
            more = await http.post("/predict", json={**CASE["request"], "other": 1}, headers=AUTHORIZED)
            none = await http.post("/predict", json={}, headers=AUTHORIZED)
        self.assertEqual(more.json()["detail"][0]["type"], "extra_forbidden")
        if required:
            self.assertEqual([problem["loc"][-1] for problem in none.json()["detail"]], required)

    async def test_answers_a_batch_in_order_and_not_too_large_a_one(self) -> None:
        async with client() as http:
            rows = {"rows": [CASE["request"]] * 3}
            answer = (await http.post("/predict/batch", json=rows, headers=AUTHORIZED)).json()
            self.assertEqual([one["prediction"] for one in answer["predictions"]], [CASE["answer"]["prediction"]] * 3)
            rows = {"rows": [CASE["request"]] * (BATCH_ROWS + 1)}
            refused = await http.post("/predict/batch", json=rows, headers=AUTHORIZED)
            self.assertEqual(refused.json()["detail"][0]["type"], "too_long")


class AccessTest(unittest.IsolatedAsyncioTestCase):
    async def test_needs_the_key(self) -> None:
        async with client() as http:
            for headers in ({}, {"authorization": "Bearer other"}):
                for answer in (
                    await http.post("/predict", json=CASE["request"], headers=headers),
                    await http.post("/predict/batch", json={"rows": [CASE["request"]]}, headers=headers),
                ):
                    self.assertEqual(answer.status_code, 401)

    async def test_refuses_more_than_its_limits(self) -> None:
        given = settings()
        limits = given.limits.model_copy(update={"requests_per_minute": 2, "body_bytes": 4096})
        async with client(settings(limits=limits)) as http:
            large = await http.post("/predict", content=b"x" * 5000, headers=AUTHORIZED)
            self.assertEqual(large.status_code, 413)

            async def parts():
                for _ in range(5):
                    yield b"x" * 1000

            self.assertEqual((await http.post("/predict", content=parts(), headers=AUTHORIZED)).status_code, 413)
            statuses = [(await http.post("/predict", json=CASE["request"], headers=AUTHORIZED)).status_code for _ in range(3)]
            self.assertIn(429, statuses)

    async def test_gives_other_sites_nothing_unless_they_are_named(self) -> None:
        other = {"origin": "https://other.example.org"}
        async with client(settings(cors_origins=[])) as http:
            self.assertNotIn("access-control-allow-origin", (await http.get("/health", headers=other)).headers)
        async with client(settings(cors_origins=[other["origin"]])) as http:
            allowed = (await http.get("/health", headers=other)).headers["access-control-allow-origin"]
            self.assertEqual(allowed, other["origin"])


class DescriptionTest(unittest.IsolatedAsyncioTestCase):
    async def test_is_the_schema_of_the_manifest(self) -> None:
        made = json.loads((ROOT / "deployment_manifest.json").read_text())["request_schema"]
        async with client() as http:
            served = (await http.get("/openapi.json")).json()["components"]["schemas"]["Features"]
        for one in served["properties"].values():
            del one["title"]
        self.assertEqual(served["properties"], made["properties"])
        self.assertEqual(sorted(served.get("required", [])), sorted(made["required"]))
        self.assertEqual(served["additionalProperties"], made["additionalProperties"])


class MetricsTest(unittest.IsolatedAsyncioTestCase):
    async def test_counts_and_tells_drift(self) -> None:
        given = settings()
        if not given.monitoring.enabled:
            self.skipTest("monitoring is off in settings.yaml")
        async with client() as http:
            self.assertEqual((await http.get("/metrics")).status_code, 401)
            await http.post("/predict", json=CASE["request"], headers=AUTHORIZED)
            few = (await http.get("/metrics", headers=AUTHORIZED)).text
            rows = {"rows": [CASE["request"]] * given.monitoring.minimum_rows}
            await http.post("/predict/batch", json=rows, headers=AUTHORIZED)
            text = (await http.get("/metrics", headers=AUTHORIZED)).text
        self.assertIn('http_requests_total{route="/predict",status="200"} 1.0', few)
        self.assertNotIn("model_drift_psi{", few)
        self.assertRegex(text, r"model_predictions_total\{value=\"[^\n]+\"\} 1?\d\d")
        self.assertIn("model_drift_psi{", text)

    async def test_are_not_there_when_monitoring_is_off(self) -> None:
        monitoring = settings().monitoring.model_copy(update={"enabled": False})
        async with client(settings(monitoring=monitoring)) as http:
            self.assertEqual((await http.get("/metrics", headers=AUTHORIZED)).status_code, 404)


if __name__ == "__main__":
    unittest.main()
