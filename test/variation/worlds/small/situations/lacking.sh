psql --version
