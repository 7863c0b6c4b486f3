"""Karrio's own server, with two ears at the carriers behind it.

Its carrier "stuck" asks $STUCK_CARRIER first, in the way in which Karrio asks a carrier's API. $SOLD gets a line for
each label that a carrier sells, with the reference of its shipment, whether Karrio keeps the label or not.
"""

import fcntl
import os
import pathlib

# Karrio writes to its database while it is imported: two workers at once find it locked, and one of them dies.
with open(pathlib.Path(os.environ["WORK_DIR"], "starting"), "w", encoding="utf-8") as _turn:
    fcntl.flock(_turn, fcntl.LOCK_EX)
    import karrio.lib as lib
    from karrio.mappers.generic.proxy import Proxy
    from karrio.server.wsgi import application  # noqa: F401 (what gunicorn serves)

_priced = Proxy.get_rates
_sold = Proxy.create_shipment


def _asked(self, request):
    url = os.environ.get("STUCK_CARRIER", "")
    if url and self.settings.carrier_id == "stuck":
        lib.request(url=url, method="GET")
    return _priced(self, request)


def _selling(self, request):
    label = _sold(self, request)
    with open(os.environ["SOLD"], "a", encoding="utf-8") as ledger:
        ledger.write(f"{request.serialize().reference}\n")
    return label


Proxy.get_rates = _asked
Proxy.create_shipment = _selling
