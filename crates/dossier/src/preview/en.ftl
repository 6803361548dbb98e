## Preview of the steps of a draft of a procedure

preview-title = Preview
preview-conditions = Questions that depend on an answer are all shown.
preview-next = Next step
preview-previous = Previous step
preview-presentation = Presentation page
