"""What `assay run` prints at its end, for people: outcome, winrate, cost, answers side by side, report."""

from cli_shelf import Shelf


def test_a_finished_run_tells_all_that_matters_in_order(shelf: Shelf):
    done = shelf.look("run", "study")
    result = shelf.look("run", "study", "--json").json

    assert done.code == 0, done
    text = " ".join(done.text.split())
    told = [
        f"outcome {result['outcome']}",
        f"winrate {100 * result['winrate']:.1f}%, 95% interval",
        f"n = {result['n']}",
        "cost $0 paid",
        "first prompt (first)",
        f"last prompt ({result['candidate']['name']})",
        f"returned prompt: {result['prompt']['name']}",
        "are simulations",
        f"report {result['report']}",
    ]
    places = [text.find(said) for said in told]
    assert -1 not in places, told[places.index(-1)]
    assert places == sorted(places)


def test_running_a_finished_study_again_says_that_it_is_finished(shelf: Shelf):
    done = shelf.look("run", "study")

    assert f"run {shelf.text} is finished" in done.err
    assert "--new" in done.err


def test_a_run_that_stops_says_where_its_report_is(shelf: Shelf):
    done = shelf.assay("run", "study", "--seed", "2", "--max-calls", "30")

    assert done.code == 1, done
    assert f"report so far: .assay/runs/{shelf.open}/index.html" in done.err
    assert done.err.strip().splitlines()[-1].startswith("assay: the cap 'caps.calls' is reached")
