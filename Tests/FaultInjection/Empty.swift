import GRDBSQLite
