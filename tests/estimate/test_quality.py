"""The quick estimate against plain BM25 on invented CVs: it must stay clearly better, whatever is changed."""

import pytest

from benchmarks.estimate import compare

# Four trades of unlike kinds, one of them in no table of professions, keep this to a few seconds.
TRADES = ("accountant", "chef", "vet", "support")


@pytest.fixture(scope="module")
def figures():
    return compare(seed=3, keep=lambda trade: trade in TRADES)


def test_ours_orders_people_of_one_trade_better_than_plain_bm25(figures):
    assert figures["ours"]["spearman"] > figures["bm25"]["spearman"] + 0.05


def test_ours_finds_the_trade_among_others_as_well_as_plain_bm25(figures):
    assert figures["ours"]["auc"] > figures["bm25"]["auc"] - 0.005


def test_ours_puts_better_people_on_top_than_plain_bm25(figures):
    assert figures["ours"]["ndcg"] > figures["bm25"]["ndcg"] + 0.01


def test_ours_is_far_better_than_plain_overlap(figures):
    assert figures["ours"]["spearman"] > figures["overlap"]["spearman"] + 0.1


def test_ours_gains_from_short_job_texts_most(figures):
    gain = {
        kind: figures[f"ours, {kind} job texts"]["spearman"] - figures[f"bm25, {kind} job texts"]["spearman"]
        for kind in ("full", "short")
    }
    assert gain["short"] > 0 and gain["full"] > 0
