<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Copies</name>
    <message numerus="yes">
        <source>There is another copy of this file beside it: “{name}”, written by {who} on {day}, with %n changes that are not here.</source>
        <translation>
            <numerusform>There is another copy of this file beside it: “{name}”, written by {who} on {day}, with %n change that is not here.</numerusform>
            <numerusform>There is another copy of this file beside it: “{name}”, written by {who} on {day}, with %n changes that are not here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n other copies of this file beside it with changes that are not here. The newest is “{name}”, written by {who} on {day}.</source>
        <translation>
            <numerusform>There is %n other copy of this file beside it with changes that are not here. The newest is “{name}”, written by {who} on {day}.</numerusform>
            <numerusform>There are %n other copies of this file beside it with changes that are not here. The newest is “{name}”, written by {who} on {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message numerus="yes">
        <source>Show each of %n change(s)</source>
        <translation>
            <numerusform>Show %n change</numerusform>
            <numerusform>Show each of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FromPaperDialog</name>
    <message numerus="yes">
        <source>%n checkpoint(s) entered</source>
        <translation>
            <numerusform>%n checkpoint entered</numerusform>
            <numerusform>%n checkpoints entered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n partnership(s)</source>
        <translation>
            <numerusform>%n partnership</numerusform>
            <numerusform>%n partnerships</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
