"""The made-up company of the measurements, as the files that somebody would bring along from another CRM."""

import csv
import os
import random

FIRST_NAMES = """Ada Adam Agnes Ahmed Aiko Alan Alice Amara Amir Ana Andrea Anna Anton Arjun Astrid Beatriz Ben Bilal Björn
Boris Camille Carla Carlos Cheng Chloé Clara Daniel Daria David Diego Dina Elena Elias Emma Emre Erik Esther Eva Farah Fatou
Felix Fiona Frida Gabriel Grace Greta Hana Hannah Hassan Helen Hiro Hugo Ibrahim Ida Ines Ivan Jack Jakob James Jamal Jana Jin
João John José Julia Jun Karim Kateryna Kenji Kim Klara Lars Laura Lea Leila Lena Leo Lin Linda Lisa Louis Lucas Luis Lukas
Magnus Malik Mara Marco Maria Marie Mark Marta Martin Mary Mateo Max Maya Mei Mia Michael Mila Mina Mohamed Nadia Nils Nina
Noah Nora Olga Oliver Omar Oscar Pablo Paul Peter Petra Pierre Priya Quinn Rafael Ravi Robert Rosa Ruth Sakura Sam Samira Sara
Sean Sergei Sofia Sophie Stefan Sven Tariq Tess Thomas Tim Tomás Uma Valentina Vera Victor Wei Werner William Xenia Yara Yuki
Yusuf Zoë""".split()
SYLLABLES = """al an bar ber bo bri cas cor dal den dor el en fal fer fin gar gil gra hal har hol in jor kan kel kir lam lin
lo mac mar mel mo nor ol or pal per pe ra ren ro ros sal san ser sil smi so sten ta tel thom tor va vel ver wal wil win wy
zan""".split()
TRADES = "Works Foods Steel Labs Travel Care Energy Robotics Textiles Media Optics Farms Bank Partners Shipping Design".split()
SECOND_LEVEL, THIRD_LEVEL, FOURTH_LEVEL, FIFTH_LEVEL = 2, 10, 12, 25  # with the head of sales: fifty people


def people():
    """Fifty people in a five-level tree of roles: (name of the role, name of the one above it, who has it)."""
    rows = [("Head of sales", None)]
    rows += [(f"Region {number}", "Head of sales") for number in range(SECOND_LEVEL)]
    rows += [(f"Country {number}", f"Region {number % SECOND_LEVEL}") for number in range(THIRD_LEVEL)]
    rows += [(f"Team {number}", f"Country {number % THIRD_LEVEL}") for number in range(FOURTH_LEVEL)]
    rows += [(f"Seller {number}", f"Team {number % FOURTH_LEVEL}") for number in range(FIFTH_LEVEL)]
    return [(role, above, f"{role.lower().replace(' ', '.')}@rapport.example") for role, above in rows]


def owners():
    """Those who own records; a manager of a country sees about a tenth of them."""
    return [email for role, _, email in people() if role.split()[0] in ("Country", "Team", "Seller")]


class Chance:
    """The same company for the same seed; common names are common."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.last_names = sorted({(a + b + c).title() for a in SYLLABLES for b in SYLLABLES for c in ("", "son", "man", "er")})
        self.random.shuffle(self.last_names)
        self.owners = owners()

    def first_name(self):
        return FIRST_NAMES[int(len(FIRST_NAMES) * self.random.random() ** 2)]

    def last_name(self):
        return self.last_names[int(len(self.last_names) * self.random.random() ** 3)]

    def owner(self):
        return self.owners[int(len(self.owners) * self.random.random())]

    def number(self, below):
        return int(below * self.random.random())

    def day(self):
        return f"{2025 + self.number(2)}-{1 + self.number(12):02}-{1 + self.number(28):02}"


def accounts(count, seed=1):
    chance = Chance(seed)
    yield ["external_id", "name", "phone", "billing_address_city", "owner"]
    for number in range(count):
        yield [f"A{number}", f"{chance.last_name()} {TRADES[chance.number(len(TRADES))]} {number}", f"+49 30 {1000000 + number}",
               f"{chance.last_name()}burg", chance.owner()]


def contacts(count, account_count, seed=2):
    chance = Chance(seed)
    yield ["external_id", "first_name", "last_name", "email", "phone", "account", "owner"]
    for number in range(count):
        first, last = chance.first_name(), chance.last_name()
        yield [f"C{number}", first, last, f"{last.lower()}.{number}@company{number % 977}.example", f"+33 6 {10000000 + number}",
               f"A{chance.number(account_count)}", chance.owner()]


def opportunities(count, account_count, stages, seed=3):
    """`stages`: names of the default pipeline's; most deals of a million are closed, as in life."""
    chance = Chance(seed)
    yield ["external_id", "name", "account", "stage", "amount", "close_date", "lead_source", "owner"]
    sources = ["web", "referral", "trade_show", "partner", "phone"]
    for number in range(count):
        yield [f"O{number}", f"{chance.last_name()} {TRADES[chance.number(len(TRADES))]} deal", f"A{chance.number(account_count)}",
               stages[chance.number(len(stages))], 100 + chance.number(100000), chance.day(), sources[chance.number(len(sources))], chance.owner()]


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return os.path.getsize(path)


def roles():
    yield ["name", "parent"]
    for role, above, _ in people():
        yield [role, above]


def users():
    yield ["first_name", "last_name", "email", "role"]
    for role, _, email in people():
        yield [*role.rsplit(" ", 1), email, role]
