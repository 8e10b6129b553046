"""Crash tests: what was acknowledged is there after any accident, and what was not is whole or absent.

Clients write over HTTP and remember every answer; then the server, its database, its disk, its network or its clock fails.
"""

import argparse
import sys
import time

import accidents

# Accident, engines on which it can happen, and which part of the number of accidents it gets: a kill is the cheapest.
ACCIDENTS = {
    "killed": (accidents.killed, ("sqlite", "postgres"), 1),
    "disk_full": (accidents.disk_full, ("sqlite", "postgres"), 5),
    "database_killed": (accidents.database_killed, ("postgres",), 5),
    "network_cut": (accidents.network_cut, ("postgres",), 5),
    "clock_jumps": (accidents.clock_jumps, ("sqlite", "postgres"), 10),
}


def main():
    parser = argparse.ArgumentParser(prog="tests/crash/run", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="kills; of the slower accidents a fifth or a tenth (default: 100)")
    parser.add_argument("--only", choices=ACCIDENTS, help="this accident alone")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), help="this engine alone")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of chance, to come near a run again")
    options = parser.parse_args()

    print(f"Seed {options.seed}")
    print(f"{'accident':<16} {'engine':<9} {'times':>5} {'answers':>8} {'records':>8} {'looked at':>9} {'start ms':>8} {'s':>5}")
    failed = False
    for name, (accident, engines, share) in ACCIDENTS.items():
        for engine in engines:
            if options.only not in (None, name) or options.engine not in (None, engine):
                continue
            times = max(1, options.times // share)
            begun = time.monotonic()
            trial = accident(engine, times, options.seed)
            answers, records = trial.count()
            print(f"{name:<16} {engine:<9} {times:>5} {answers:>8} {records:>8} {trial.looked_at:>9} {trial.longest_start * 1000:>8.0f} "
                  f"{time.monotonic() - begun:>5.0f}", flush=True)
            for wrong in trial.wrong[:20]:
                print(f"    {wrong}")
            failed = failed or bool(trial.wrong) or not answers
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
