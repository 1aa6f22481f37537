rm -f start.txt
