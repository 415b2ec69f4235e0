/** What Word and a web page put on a clipboard, cut to what matters, in words of the tests' own. */

/** Word's HTML: items are paragraphs with a mark of their own, tables have no names, powers are raised. */
export const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h1>Plain words<o:p></o:p></h1>
<p class=MsoNormal>There are 10<sup>3</sup> of H<sub>2</sub>O, <b>bold</b>, <s>struck</s>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>warm<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>dry</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>soft</p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>sit</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>stand</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Who</b></p></td><td><p class=MsoNormal><b>Dose</b></p></td></tr>
<tr><td><p class=MsoNormal>Adults</p></td><td><p class=MsoNormal>2 tablets</p></td></tr>
<tr><td colspan=2><p class=MsoNormal>Nobody else</p></td></tr></table>
<p class=MsoNormal><img width=10 height=10 src="file:///C:/a.png"></p>
<!--EndFragment--></body></html>`;

/** A web page: names with a scope, which the editor would take for the other way round. */
export const FROM_THE_WEB = `<meta charset='utf-8'><div><h2>Plain words</h2>
<p>Read <a href="javascript:void(0)">this</a> and <a href="https://www.nhs.uk/hip">that</a>.</p>
<table><caption>Who takes what</caption><thead><tr><th scope="col">Who</th><th scope="col">Dose</th></tr></thead>
<tbody><tr><th scope="row">Adults</th><td>10<sup>2</sup></td></tr>
<tr><th scope="row">Others</th><td><ul><li>none</li><li>ask</li></ul></td></tr></tbody></table>
<ul><li>warm<ul><li>dry</li></ul></li></ul></div>`;
