"""The client of clamd, against a server that speaks its protocol."""

import io

import pytest

from matching.clients.clamd import Scanner, ScannerError
from tests.clients.clamd_server import EICAR, MOST, clamd
from tests.services import free_port


@pytest.mark.parametrize("unix", [True, False], ids=["unix socket", "tcp"])
def test_scan_tells_a_virus_from_a_clean_file(unix):
    with clamd(unix=unix) as (address, asked):
        scanner = Scanner(address)

        assert scanner.scan(io.BytesIO(b"Jane Example" * 20_000)) == ""
        assert scanner.scan(io.BytesIO(b"Jane" + EICAR)) == "Win.Test.EICAR_HDB-1"
        assert scanner.answers() is True
        assert asked == [b"zINSTREAM\0", b"zINSTREAM\0", b"zPING\0"]


def test_scan_of_a_file_larger_than_the_scanner_takes_is_final():
    with clamd() as (address, _), pytest.raises(ScannerError) as caught:
        Scanner(address).scan(io.BytesIO(bytes(8 * MOST)))

    assert caught.value.permanent is True


@pytest.mark.parametrize(
    ("alert", "sentence"),
    [
        (
            b"Heuristics.Encrypted.PDF",
            "it is locked, and the scanner is set to refuse such files, see AlertEncrypted",
        ),
        (
            b"Heuristics.Limits.Exceeded.MaxFileSize",
            "it is larger than the scanner looks through, see MaxFileSize and MaxScanSize",
        ),
    ],
)
def test_scan_that_did_not_look_inside_is_no_virus(alert, sentence):
    with clamd(alert=alert) as (address, _), pytest.raises(ScannerError) as caught:
        Scanner(address).scan(io.BytesIO(b"Jane Example"))

    assert (str(caught.value), caught.value.permanent) == (sentence, True)


@pytest.mark.parametrize("fault", ["mute", "confused"])
def test_scan_without_a_verdict_is_asked_again_later(fault):
    with clamd(**{fault: True}) as (address, _), pytest.raises(ScannerError) as caught:
        Scanner(address).scan(io.BytesIO(b"Jane Example"))

    assert caught.value.permanent is False


@pytest.mark.parametrize("address", ["/nowhere/clamd.ctl", "port"])
def test_scan_with_nobody_there_is_asked_again_later(address):
    scanner = Scanner(address if address != "port" else f"127.0.0.1:{free_port()}")
    with pytest.raises(ScannerError) as caught:
        scanner.scan(io.BytesIO(b"Jane Example"))

    assert (str(caught.value), caught.value.permanent) == ("The virus scanner does not answer.", False)
    assert scanner.answers() is False
