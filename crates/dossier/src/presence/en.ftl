## The other agents who have a file before their eyes

presence-reads = { $agent } has had this file open since { $at }.
presence-reads-before = { $agent } has had this file open since { $at }.
