echo "$VERSION" >start.txt
