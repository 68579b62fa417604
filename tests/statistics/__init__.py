# noqa: A005 - only ever imported as tests.statistics, so the standard library is not shadowed
