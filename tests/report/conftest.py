def pytest_configure(config):
    config.addinivalue_line("markers", "slow: starts real kernels and takes seconds")
