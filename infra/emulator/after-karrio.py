"""Makes Karrio's database once: tables, an API token, two carriers with rate sheets and one that a test may let hang.

    after-karrio.py HOME

HOME/seeded gets db.sqlite3 and token. A test copies the database, so that its server starts in seconds: making the
tables takes a minute and a half.
"""

import json
import os
import pathlib
import secrets
import sys

US = "z_us"
NEAR = "z_near"

# Prices in USD by zone; kilograms and centimetres, as Cutoff asks in.
CARRIERS = {
    "north": {"north_ground": ("North Ground", 4, 7.10, 11.40), "north_2day": ("North 2Day", 2, 14.25, 21.90)},
    "south": {"south_saver": ("South Saver", 5, 6.35, 9.85), "south_express": ("South Express", 1, 24.00, 39.50)},
    "stuck": {"stuck_ground": ("Stuck Ground", 3, 5.00, 8.00)},
}

SHEET = """
mutation($data: CreateRateSheetMutationInput!) {
  create_rate_sheet(input: $data) { rate_sheet { id } errors { field messages } }
}
"""


def settle(home):
    """Settings of a server for tests; Django reads them when it is imported."""
    os.environ.update(
        DEBUG_MODE="True",
        USE_HTTPS="False",
        DATABASE_NAME=str(home / "db.sqlite3"),
        WORK_DIR=str(home),
        LOG_DIR=str(home),
        STATIC_ROOT_DIR=str(home / "static"),
        SECRET_KEY="for-tests-on-one-machine-alone",
        ALLOWED_HOSTS="*",
        DETACHED_WORKER="True",
        DJANGO_SETTINGS_MODULE="karrio.server.settings",
    )
    # This file's folder is no place to import from.
    sys.path[:] = [each for each in sys.path if each != str(pathlib.Path(__file__).parent)]


def service(code, told):
    name, days, _, _ = told
    return {
        "service_name": name,
        "service_code": code,
        "currency": "USD",
        "transit_days": days,
        "weight_unit": "KG",
        "max_weight": 30.0,
        "dimension_unit": "CM",
        "active": True,
        "domicile": True,
        # A service that names no zone is priced nowhere.
        "zone_ids": [NEAR, US],
    }


def rates(number, told):
    _, _, near, far = told
    weights = {"min_weight": 0.0, "max_weight": 30.0}
    return [
        {"service_id": f"temp-{number}", "zone_id": NEAR, "rate": near, **weights},
        {"service_id": f"temp-{number}", "zone_id": US, "rate": far, **weights},
    ]


def carrier(post, name, services):
    connection = post(
        "/v1/connections",
        {
            "carrier_name": "generic",
            "carrier_id": name,
            "credentials": {"display_name": name, "custom_carrier_name": name, "account_country_code": "US"},
        },
    )
    sheet = {
        "name": name,
        "carrier_name": "generic",
        "carriers": [connection["id"]],
        "services": [service(code, told) for code, told in services.items()],
        "zones": [
            {"id": NEAR, "label": "near", "postal_codes": ["10001", "07102", "19103"]},
            {"id": US, "label": "us", "country_codes": ["US"]},
        ],
        "service_rates": [each for i, told in enumerate(services.values()) for each in rates(i, told)],
    }
    made = post("/graphql", {"query": SHEET, "variables": {"data": sheet}})["data"]["create_rate_sheet"]
    if made["errors"]:
        raise SystemExit(f"no rate sheet for {name}: {made['errors']}")


def main(home):
    seeded = home / "seeded"
    seeded.mkdir()
    settle(seeded)
    import django  # pylint: disable=import-outside-toplevel

    django.setup()
    from django.core.management import call_command  # pylint: disable=import-outside-toplevel
    from django.test import Client  # pylint: disable=import-outside-toplevel

    call_command("migrate", verbosity=0)
    from karrio.server.user.models import Token, User  # pylint: disable=import-outside-toplevel

    owner = User.objects.create(email="owner@example.com", is_active=True, is_staff=True, is_superuser=True)
    token = Token.objects.create(user=owner, label="tests", key=f"key_{secrets.token_hex(16)}")
    client = Client(HTTP_AUTHORIZATION=f"Token {token.key}")

    def post(path, body):
        answer = client.post(path, json.dumps(body), content_type="application/json")
        if answer.status_code >= 300:
            raise SystemExit(f"{path} answered {answer.status_code}: {answer.content.decode()[:500]}")
        return answer.json()

    for name, services in CARRIERS.items():
        carrier(post, name, services)
    (seeded / "token").write_text(token.key, encoding="ascii")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
