"""catsim and girth on the files given: adaptive tests on a bank, then EAP of a table of answers.

Writes lines "name seconds"; catsim's seconds are for 1,000 examinees, from 200.
"""
import sys
import time

import numpy

bank_file, short_bank_file, answers_file = sys.argv[1:]


def bank(file):
    return numpy.loadtxt(file, delimiter=",", skiprows=1, usecols=(1, 2, 3, 4))


def version(package):
    from importlib.metadata import version

    return f"{package} {version(package)}"


try:
    from catsim.estimation import NumericalSearchEstimator
    from catsim.initialization import FixedPointInitializer
    from catsim.selection import MaxInfoSelector
    from catsim.simulation import Simulator
    from catsim.stopping import MinErrorStopper

    simulator = Simulator(bank(bank_file), numpy.random.default_rng(1).normal(size=200))
    start = time.perf_counter()
    simulator.simulate(
        FixedPointInitializer(0.0), MaxInfoSelector(), NumericalSearchEstimator(), MinErrorStopper(0.30, max_items=30)
    )
    print("version", version("catsim"))
    print("adaptive", 5 * (time.perf_counter() - start))
except ImportError:
    pass

try:
    import girth

    items = bank(short_bank_file)
    answers = numpy.loadtxt(answers_file, delimiter=",", skiprows=1, dtype=int)[:, 1:].T
    girth.ability_eap(answers[:, :10], items[:, 1], items[:, 0])
    start = time.perf_counter()
    girth.ability_eap(answers, items[:, 1], items[:, 0])
    print("version", version("girth"))
    print("eap", time.perf_counter() - start)
except ImportError:
    pass
