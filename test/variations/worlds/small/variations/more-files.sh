echo more >more.txt
