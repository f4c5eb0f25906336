<#-- Text inside a YAML comment, without escaping. Parameters: words (text that is not user input, or of a format without line breaks). -->
<#function text words><#return words?replace("\n", " ")?no_esc></#function>
