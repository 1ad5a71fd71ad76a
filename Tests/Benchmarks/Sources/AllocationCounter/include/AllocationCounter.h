// How many blocks of memory the process has asked for so far, by malloc and its kin; -1 where they cannot be counted.

#pragma once

long allocation_count(void);
