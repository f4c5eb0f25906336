<#-- Text within a YAML comment, where nothing is escaped. Parameters: words (text of our own, or of a form that has no line break). -->
<#function text words><#return words?replace("\n", " ")?no_esc></#function>
