import CaseStore
import Dashboard
import TownSimulator
print("hi")
