"""A place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS = 6371.0
"""Mean radius, in kilometres."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: where it is and what is known of it.

    ``identity`` is its GeoNames number, or a negative number where it has none; ``kind`` a word
    such as "country", "region" (first-level division), "district" (second-level division),
    "city", "river"; ``country`` ISO 3166-1 alpha-3, or XKX, or None for what lies in several or
    in none. ``region`` and ``district`` are the codes of the divisions that it is or lies in.
    ``weight`` is its population, or that of a town as well known. Degrees are WGS 84.
    """

    identity: int
    name: str
    kind: str
    country: str | None
    region: str | None
    district: str | None
    latitude: float
    longitude: float
    weight: int

    @property
    def geonames_id(self) -> int | None:
        """The GeoNames number, where it has one."""
        return self.identity if self.identity > 0 else None

    def distance(self, other: Entry) -> float:
        """Kilometres along the great circle."""
        return great_circle(self.latitude, self.longitude, other.latitude, other.longitude)

    def contains(self, other: Entry) -> bool:
        """Whether the other lies in this country, region or district, by their codes."""
        if self.identity == other.identity or self.country is None:
            return False
        if self.country != other.country:
            return False
        if self.kind == "country":
            return True
        if self.kind == "region":
            return self.region is not None and self.region == other.region
        if self.kind == "district":
            return self.district is not None and self.district == other.district
        return False


def great_circle(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Kilometres between two points given in degrees (haversine formula)."""
    phi, phi2 = radians(latitude), radians(latitude2)
    half = sin((phi2 - phi) / 2) ** 2
    half += cos(phi) * cos(phi2) * sin(radians(longitude2 - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))
