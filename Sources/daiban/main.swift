print("daiban")
